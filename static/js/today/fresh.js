/** Keeps a page of the day true while it lies open: the time left, what goes on now, and what colleagues have entered. */

const TICK = 15_000;
const REFRESH = 60_000;

/** As babel says it on the server: minutes up to two hours, then hours, then days. */
function timeLeft(until, language) {
  const minutes = (until - Date.now()) / 60_000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  if (Math.abs(minutes) >= 48 * 60) return words.format(Math.round(minutes / 1440), "day");
  if (Math.abs(minutes) >= 120) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes) || Math.sign(minutes) || 1, "minute");
}

function isBeingTyped(part) {
  const fields = [...part.querySelectorAll("textarea")];
  return fields.some((field) => field.value !== field.defaultValue || field === document.activeElement);
}

function replacePart(part, fresh) {
  if (!fresh || part.innerHTML === fresh.innerHTML || isBeingTyped(part)) return;
  // An open question (take the note away?) is not pulled from under the finger.
  if (part.querySelector(":popover-open")) return;
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  part.replaceWith(document.importNode(fresh, true));
  if (focused) document.getElementById(focused)?.focus();
}

export class Fresh {
  /** `replaced` is called once parts of the page have been exchanged. */
  constructor(replaced) {
    this.replaced = replaced;
    this.isFetching = false;
  }

  watch() {
    setInterval(() => this.tick(), TICK);
    setInterval(() => document.hidden || this.fetch(), REFRESH);
    document.addEventListener("visibilitychange", () => document.hidden || (this.tick(), this.fetch()));
  }

  tick() {
    let passed = false;
    for (const place of document.querySelectorAll("[data-countdown]")) {
      const until = Date.parse(place.dataset.countdown);
      passed ||= until <= Date.now();
      const words = place.dataset.words.replace("{}", timeLeft(until, document.documentElement.lang));
      if (place.textContent !== words) place.textContent = words;
    }
    if (passed) this.fetch();
  }

  /** Exchanges what has changed; `false` when this account is no longer signed in at this browser. */
  async fetch() {
    if (this.isFetching || !navigator.onLine) return true;
    this.isFetching = true;
    try {
      const answer = await fetch(location.href, { redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return false;
      return !answer.ok || this.exchange(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The line is bad: the page stays as it is, and the next turn tries again.
      return true;
    } finally {
      this.isFetching = false;
    }
  }

  exchange(page) {
    // Somebody else may have signed in at this browser meanwhile: theirs is another page.
    if (page.getElementById("outbox")?.dataset.account !== document.getElementById("outbox").dataset.account) {
      return false;
    }
    const token = page.querySelector("input[name=csrf_token]").value;
    for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = token;
    for (const part of document.querySelectorAll("[data-live]")) replacePart(part, page.getElementById(part.id));
    this.replaced();
    return true;
  }
}
