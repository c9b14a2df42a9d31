/**
 * The outbox: keeps what was entered until the server says that it has it, and sends it again until then.
 *
 * Sending twice does no harm: a note carries a key of its own, everything else the time at which it was noted. What the
 * server refuses stays, with its words, until whoever wrote it discards it.
 */

const AGAIN_AFTER = 10_000;
const TOO_LONG = 20_000;

/** What became of one entry: kept by the server, refused, or the reason why nothing can be sent just now. */
const KEPT = "kept";
const REFUSED = "refused";
export const OFFLINE = "offline";
export const TRYING = "trying";
export const SIGNED_OUT = "signed-out";
export const STALE = "stale";

export function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Only secure addresses have the above; the offices' own network may have none.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  /** `token` gives the page's proof that a form is ours; `changed` is called whenever there is something new to show. */
  constructor(store, { token, changed }) {
    this.store = store;
    this.token = token;
    this.changed = changed;
    this.trouble = null;
    this.sending = null;
    this.sent = 0;
    this.afresh = false;
  }

  async add(id, { url, kind, fields }) {
    const entry = { url, kind, fields, at: Date.now(), stamp: freshKey(), state: "waiting" };
    await this.store.change(id, (old) => (old ? combined(old, entry) : entry));
    await this.tell();
    this.send();
  }

  async waiting() {
    return (await this.store.all()).filter((entry) => entry.state === "waiting");
  }

  async discard(id) {
    await this.store.change(id, () => null);
    await this.tell();
  }

  /** Sends all that waits, one after the other; asked again while it does, it looks once more when it is through. */
  send() {
    this.afresh = true;
    this.sending ??= this.sendInTurn().finally(() => (this.sending = null));
    return this.sending;
  }

  async sendInTurn() {
    while (this.afresh) {
      this.afresh = false;
      // Two windows of one browser take turns where the browser lets them; otherwise the server sorts it out.
      const work = () => this.sendWaiting();
      await (navigator.locks ? navigator.locks.request("partnerships-outbox", work) : work());
      await this.tell();
    }
  }

  async sendWaiting() {
    this.trouble = navigator.onLine ? null : OFFLINE;
    for (const entry of await this.waiting()) {
      if (this.trouble) return;
      if (!this.token()) {
        this.trouble = TRYING;
        return;
      }
      const outcome = await post(entry, this.token());
      const same = (old) => old?.stamp === entry.stamp;
      if (outcome.state === KEPT) {
        this.sent += 1;
        await this.store.change(entry.id, (old) => (same(old) ? null : old));
      } else if (outcome.state === REFUSED) {
        const refused = { state: "refused", message: outcome.message };
        await this.store.change(entry.id, (old) => (same(old) ? { ...old, ...refused } : old));
      } else {
        this.trouble = outcome.state;
      }
    }
  }

  async tell() {
    await this.changed(await this.store.all());
  }

  /** Tries again as soon as the line may be back. */
  watch() {
    window.addEventListener("online", () => this.send());
    window.addEventListener("offline", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    setInterval(async () => {
      if ((await this.waiting()).length) this.send();
    }, AGAIN_AFTER);
    return this.send();
  }
}

/**
 * The later entry for the same thing. What it leaves as it is the first one knows; and whether the first one has reached
 * the server nobody knows, so that its words count among those that stood on this screen before.
 */
function combined(old, entry) {
  const fields = { ...entry.fields };
  if (fields.raised === "keep" && "raised" in old.fields) fields.raised = old.fields.raised;
  if ("before" in fields) fields.before = [old.fields.before, old.fields.reply].flat();
  return { ...entry, fields };
}

function bodyOf(entry, token) {
  const fields = { ...entry.fields, age: Math.max(Date.now() - entry.at, 0), csrf_token: token };
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  return new URLSearchParams(pairs);
}

async function post(entry, token) {
  let answer;
  try {
    answer = await fetch(entry.url, {
      method: "POST",
      body: bodyOf(entry, token),
      headers: { Accept: "application/json" },
      // The way to the sign-in page must not be taken for an answer.
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(TOO_LONG),
    });
    return await outcomeOf(answer);
  } catch {
    return { state: navigator.onLine ? TRYING : OFFLINE };
  }
}

async function outcomeOf(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401) return { state: SIGNED_OUT };
  if (answer.status === 400) return { state: STALE };
  if (answer.status >= 500 || answer.status === 429) return { state: TRYING };
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
  // Somebody else's page in between (the sign-in of a hotel's network) says 200 as well: only our own word counts.
  if (answer.ok) return { state: isOurs && (await answer.json()).kept === true ? KEPT : TRYING };
  return { state: REFUSED, message: isOurs ? (await answer.json()).message : "" };
}
