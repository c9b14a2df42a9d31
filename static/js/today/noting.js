/** The forms of the day (data-note): what is entered goes through the outbox, shows at once, and is not lost while typed. */
import { freshKey } from "./outbox.js";

/** An entry for the same thing replaces the one that waits; notes are each their own. */
function idOf(form, kind, fields) {
  const path = new URL(form.action).pathname;
  if (kind === "note") return `${path} ${fields.client_key}`;
  return kind === "attendance" ? `${path} ${fields.mark.split(":")[0]}` : path;
}

const draftId = (form) => `draft ${new URL(form.action).pathname}`;

function press(buttons, isPressed, valueOf) {
  for (const one of buttons) {
    const pressed = isPressed(one);
    one.setAttribute("aria-pressed", String(pressed));
    one.value = valueOf(one, pressed);
  }
}

/** Shows an attendance as it was tapped, before the server knows of it. */
function markRow(form, mark) {
  const [who, value] = mark.split(":");
  const rows = who === "rest" ? restOf(form) : form.querySelectorAll(`[data-row="${CSS.escape(who)}"]`);
  for (const row of rows) {
    const buttons = row.querySelectorAll("[data-mark]");
    const next = (one, pressed) => `${row.dataset.row}:${pressed ? "invited" : one.dataset.mark}`;
    press(buttons, (one) => one.dataset.mark === value, next);
    row.dataset.unsent = "";
  }
}

function restOf(form) {
  return [...form.querySelectorAll("[data-row]")].filter((row) => !row.querySelector("[aria-pressed=true]"));
}

function markPoint(form, raised) {
  const marks = form.querySelectorAll("[data-mark]");
  if (raised !== "keep") {
    const next = (one, pressed) => (pressed ? "open" : one.dataset.mark);
    press(marks, (one) => one.dataset.mark === raised, next);
  }
  form.closest("li").dataset.unsent = "";
}

export class Noting {
  constructor(outbox, words) {
    this.outbox = outbox;
    this.words = words;
  }

  watch() {
    // Before all others: a form that goes through the outbox is not being sent in the usual way.
    document.addEventListener("submit", (event) => this.enter(event), { capture: true });
    document.addEventListener("input", (event) => this.keepDraft(event.target));
  }

  enter(event) {
    const form = event.target.closest("form[data-note]");
    if (!form) return;
    event.preventDefault();
    const kind = form.dataset.note;
    const { csrf_token: _ours, ...fields } = Object.fromEntries(new FormData(form, event.submitter));
    const typed = form.querySelector("textarea");
    if (kind === "note" && !fields.text.trim()) {
      typed.focus();
      return;
    }
    if (kind === "note") fields.client_key = freshKey();
    this.outbox.add(idOf(form, kind, fields), { url: new URL(form.action).pathname, kind, fields });
    this.afterEntering(form, kind, fields, typed);
  }

  afterEntering(form, kind, fields, typed) {
    if (kind === "attendance") markRow(form, fields.mark);
    if (kind === "point") {
      markPoint(form, fields.raised ?? "keep");
      // What is entered next builds on this.
      form.elements.before.value = fields.reply;
    }
    if (kind === "note") typed.value = "";
    if (typed) {
      typed.defaultValue = typed.value;
      this.forgetDraft(form);
    }
  }

  /** At each key: a phone takes a page away without asking. */
  keepDraft(typed) {
    const form = typed.closest?.("form[data-note]");
    if (!form || !typed.matches("textarea")) return;
    const url = new URL(form.action).pathname;
    const fields = { [typed.name]: typed.value };
    const draft = { url, kind: form.dataset.note, fields, at: Date.now(), state: "draft" };
    this.outbox.store.change(draftId(form), () => (typed.value === typed.defaultValue ? null : draft));
  }

  forgetDraft(form) {
    return this.outbox.store.change(draftId(form), () => null);
  }

  /** Puts back what had been typed and not sent off when the page went away. */
  restoreDrafts(entries) {
    for (const entry of entries.filter((one) => one.state === "draft")) {
      const form = document.querySelector(`form[data-note][action="${CSS.escape(entry.url)}"]`);
      const typed = form?.querySelector("textarea");
      if (!typed || typed.value !== typed.defaultValue) continue;
      typed.value = entry.fields[typed.name];
      form.closest("details").open = true;
    }
  }

  /** Shows on the page what waits: marks as tapped, replies as written, notes below the others. */
  show(entries) {
    for (const row of document.querySelectorAll("[data-unsent]")) delete row.dataset.unsent;
    for (const list of document.querySelectorAll("[data-unsent-notes]")) list.replaceChildren();
    for (const entry of entries.filter((one) => one.state === "waiting")) this.showWaiting(entry);
  }

  showWaiting(entry) {
    const form = document.querySelector(`form[data-note][action="${CSS.escape(entry.url)}"]`);
    if (!form) return;
    if (entry.kind === "attendance") markRow(form, entry.fields.mark);
    if (entry.kind === "point") {
      markPoint(form, entry.fields.raised ?? "keep");
      const typed = form.elements.reply;
      if (typed.value === typed.defaultValue) typed.value = typed.defaultValue = entry.fields.reply;
    }
    if (entry.kind === "note") {
      const line = document.createElement("li");
      line.dataset.unsent = "";
      const words = document.createElement("p");
      words.className = "as-written";
      words.textContent = entry.fields.text;
      const state = document.createElement("div");
      state.className = "day-note-by";
      state.textContent = this.words.unsent;
      line.append(words, state);
      document.querySelector(`[data-unsent-notes="${CSS.escape(entry.url)}"]`)?.append(line);
    }
  }
}
