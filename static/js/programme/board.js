/** The board and the server: sends moves one after the other, shows what is saved, and looks for colleagues' changes. */
import { clock, inWords, isSame, lengthOf, placeOf } from "./places.js";

const EVERY = 15_000;
// A board that nobody has touched for so long asks no more, so that it does not keep a session open by itself.
const FORGOTTEN = 20 * 60_000;
// How long a word about what was done stands over the board.
const READ = 12_000;
const ANSWERED = new Set([200, 409, 422]);

export class Board {
  constructor(root) {
    this.root = root;
    this.held = false; // an item is in the hand: nothing is exchanged under it
    this.pending = null; // { number, place }: moved by keyboard, not sent yet
    this.history = []; // where items were before, the latest last
    this.sending = Promise.resolve();
    this.failed = null;
    this.touched = Date.now();
    this.said = root.querySelector("[data-said]");
    this.line = root.querySelector("[data-line]");
    this.undoButton = root.querySelector("[data-undo]");
    this.retryButton = root.querySelector("[data-retry]");
    this.undoButton.addEventListener("click", () => this.undo());
    this.retryButton.addEventListener("click", () => this.retry());
  }

  get area() {
    return this.root.querySelector("[data-board]");
  }

  get isWritable() {
    return this.area.hasAttribute("data-writable");
  }

  get opens() {
    return Number(this.area.dataset.opens) * 60;
  }

  get pixelsPerMinute() {
    const ruler = this.area.querySelector(".timetable-ruler li");
    return ruler ? ruler.getBoundingClientRect().height / 60 : 1;
  }

  get columns() {
    return [...this.area.querySelectorAll("[data-column]:not([data-undated])")];
  }

  slot(number) {
    return this.area.querySelector(`[data-slot][data-number="${number}"]`);
  }

  column(key) {
    return this.area.querySelector(`[data-column="${CSS.escape(key)}"]`);
  }

  titleOf(slot) {
    return slot.querySelector(".slot-title").textContent.trim();
  }

  /** In words, for whoever does not see where it went. */
  describe(slot, place) {
    const day = this.column(place.day)?.dataset.label ?? "";
    return `${this.titleOf(slot)}: ${[day, inWords(place)].filter(Boolean).join(" ")}`;
  }

  say(words, { undo = false, retry = false } = {}) {
    this.line.hidden = !words;
    this.said.textContent = words;
    this.undoButton.hidden = !undo;
    this.retryButton.hidden = !retry;
    clearTimeout(this.fading);
    if (words && !retry) this.fading = setTimeout(() => (this.line.hidden = true), READ);
  }

  /** Days beside each other may be many: the present one comes into sight first. */
  showToday() {
    const today = this.area.querySelector(".day-today");
    const ruler = this.area.querySelector(".timetable-ruler");
    if (today) this.area.querySelector("[data-scroll]").scrollLeft = today.offsetLeft - ruler.offsetWidth;
  }

  /** Draws a slot where it would be, before the server has agreed. */
  draw(slot, place) {
    const column = this.column(place.day);
    const list = column?.querySelector(place.from === null ? "[data-tray]" : "[data-hours]") ?? slot.parentElement;
    if (slot.parentElement !== list) list.append(slot);
    slot.classList.add("slot-pending");
    const time = slot.querySelector(".slot-time");
    if (time) time.textContent = inWords(place);
    if (place.from === null) return;
    slot.style.insetBlockStart = `${(place.from - this.opens) * this.pixelsPerMinute}px`;
    slot.style.blockSize = `${Math.max(lengthOf(place), 20) * this.pixelsPerMinute - 1}px`;
  }

  /** Sends a move once those before it are answered; the slot is looked up then, with the version it has by then. */
  move(number, place, options = {}) {
    this.sending = this.sending.then(() => this.send(number, place, options));
    return this.sending;
  }

  async send(number, place, { isUndo = false } = {}) {
    const slot = this.slot(number);
    if (!slot) return;
    const before = placeOf(slot);
    if (isSame(before, place)) return this.restore();
    const fields = {
      csrf_token: this.root.ownerDocument.querySelector("input[name=csrf_token]").value,
      version: slot.dataset.version,
      day: place.day,
      starts_at: clock(place.from),
      ends_at: clock(place.to),
    };
    let answer;
    try {
      answer = await this.ask(slot.dataset.url, { method: "POST", body: new URLSearchParams(fields) });
    } catch {
      this.failed = { number, place };
      this.restore();
      this.say(this.root.dataset.offline, { retry: true });
      return;
    }
    if (answer.headers.has("HX-Redirect")) return window.location.assign(answer.headers.get("HX-Redirect"));
    if (!ANSWERED.has(answer.status)) {
      this.restore();
      this.say(this.root.dataset.failed);
      return;
    }
    this.exchange(await answer.text(), number);
    if (answer.status !== 200) return this.say("");
    if (isUndo) this.history.pop();
    else this.history.push({ number, place: before });
    this.say(this.area.dataset.told, { undo: this.history.length > 0 });
  }

  ask(address, options = {}) {
    const headers = { "HX-Request": "true", "HX-Current-URL": window.location.href };
    return fetch(address, { ...options, headers, credentials: "same-origin" });
  }

  undo() {
    const last = this.history.at(-1);
    if (last) this.move(last.number, last.place, { isUndo: true });
  }

  retry() {
    const wish = this.failed;
    this.failed = null;
    if (wish) this.move(wish.number, wish.place);
  }

  /** Puts everything back to where the server has it. */
  restore() {
    for (const slot of this.area.querySelectorAll(".slot-pending")) {
      if (this.pending?.number === slot.dataset.number) continue;
      const list = this.column(slot.dataset.day)?.querySelector(slot.dataset.from ? "[data-hours]" : "[data-tray]");
      const focused = slot.contains(document.activeElement);
      if (list && slot.parentElement !== list) list.append(slot);
      if (focused) this.focus(slot.dataset.number);
      slot.classList.remove("slot-pending");
      slot.style.insetBlockStart = slot.style.blockSize = "";
      const time = slot.querySelector(".slot-time");
      if (time) time.textContent = inWords(placeOf(slot));
    }
  }

  /** The board as the server has it takes the place of this one; focus, scrolling and what is in hand stay. */
  exchange(text, number = null) {
    const fresh = document.adoptNode(
      new DOMParser().parseFromString(text, "text/html").querySelector("[data-board]"),
    );
    const { scrollLeft, scrollTop } = this.area.querySelector("[data-scroll]");
    const focused = document.activeElement?.closest?.("[data-slot]")?.dataset.number ?? null;
    const versions = new Map([...this.area.querySelectorAll("[data-slot]")].map((one) => [one.dataset.number, one.dataset.version]));
    this.area.replaceWith(fresh);
    fresh.querySelector("[data-scroll]").scrollTo(scrollLeft, scrollTop);
    for (const one of fresh.querySelectorAll("[data-slot]")) {
      const isNew = versions.get(one.dataset.number) !== one.dataset.version && one.dataset.number !== String(number);
      one.classList.toggle("slot-news", isNew);
    }
    if (this.pending && this.slot(this.pending.number)) this.draw(this.slot(this.pending.number), this.pending.place);
    if (focused) this.focus(focused);
  }

  focus(number) {
    this.moving = true;
    this.slot(number)?.querySelector(".slot-title").focus({ preventScroll: true });
    this.moving = false;
  }

  /** Looks every few seconds, and at once when the officer comes back, whether a colleague changed something. */
  keepUp() {
    const touch = () => (this.touched = Date.now());
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, touch);
    window.addEventListener("focus", () => {
      touch();
      this.look();
    });
    setInterval(() => this.look(), EVERY);
  }

  look() {
    this.sending = this.sending.then(() => this.fetchChanges());
    return this.sending;
  }

  get isBusy() {
    return this.held || this.pending !== null || this.root.querySelector(":popover-open") !== null;
  }

  async fetchChanges() {
    if (document.hidden || this.isBusy || Date.now() - this.touched > FORGOTTEN) return;
    const answer = await this.ask(`${this.root.dataset.poll}?since=${encodeURIComponent(this.area.dataset.stamp)}`).catch(() => null);
    if (answer?.status !== 200 || this.isBusy) return;
    this.exchange(await answer.text());
    const latest = this.area.querySelector("[data-latest]")?.textContent.trim() ?? "";
    this.say(`${this.root.dataset.merged} ${latest}`.trim());
  }
}
