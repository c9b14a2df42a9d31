/** The pages of the day: what is entered survives a bad line, and the page stays true while it lies open. */
import { Fresh } from "./today/fresh.js";
import { Noting } from "./today/noting.js";
import { Outbox, SIGNED_OUT, STALE } from "./today/outbox.js";
import { Panel } from "./today/panel.js";
import { openStore } from "./today/store.js";

/** The worker shows a page of its own while there is no connection; browsers allow it at secure addresses only. */
async function keepStandIn({ worker, offline }) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(worker, { scope: "/" });
    const registration = await navigator.serviceWorker.ready;
    registration.active.postMessage({ keep: offline });
  } catch {
    // Without it the browser's own page says that there is no connection; the entries are kept all the same.
  }
}

/** From the page that stands in to the one that was wanted, as soon as the server answers: a browser may say so too early. */
function comeBack(health) {
  const look = async () => {
    if (!navigator.onLine) return;
    const answer = await fetch(health, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.reload();
  };
  window.addEventListener("online", look);
  setInterval(look, 2000);
}

/** A link to an item of the day opens its fold. */
function openFolds() {
  const open = () => {
    const fold = location.hash && document.getElementById(location.hash.slice(1));
    if (fold?.matches?.("details")) fold.open = true;
  };
  window.addEventListener("hashchange", open);
  document.addEventListener("click", (event) => {
    // The same address once more is no change of it.
    if (event.target.closest?.("a[href^='#item-']")) setTimeout(open);
  });
  open();
}

async function begin(root) {
  const standsIn = document.body.hasAttribute("data-stand-in");
  const store = await openStore(root.dataset.account);
  const token = () => document.querySelector("input[name=csrf_token]")?.value;
  let sent = 0;
  const outbox = new Outbox(store, {
    token,
    async changed(entries) {
      // Out of date, the page learns what it needs for the next try, as long as the same account is signed in.
      if (outbox.trouble === STALE && !(await fresh.fetch())) outbox.trouble = SIGNED_OUT;
      noting.show(entries);
      panel.show(entries);
      if (outbox.sent === sent) return;
      sent = outbox.sent;
      await fresh.fetch();
    },
  });
  const noting = new Noting(outbox, root.dataset);
  const panel = new Panel(root, outbox, { standsIn });
  const fresh = new Fresh(async () => noting.show(await store.all()));

  if (standsIn) {
    panel.show(await store.all());
    comeBack(root.dataset.health);
    return;
  }
  openFolds();
  noting.watch();
  noting.restoreDrafts(await store.all());
  fresh.tick();
  fresh.watch();
  keepStandIn(root.dataset);
  await outbox.watch();
}

const root = document.getElementById("outbox");
if (root) begin(root);
