/** The outbox as the reader sees it: how much is not sent, why, and what was refused with its words to copy. */
import { OFFLINE, SIGNED_OUT, STALE, TRYING } from "./outbox.js";

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(label, act) {
  const made = element("button", "button-link", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function link(label, address) {
  const made = element("a", "", label);
  made.href = address;
  return made;
}

/** `VIS-2026-001/2` of an entry, which says enough without keeping a name on the device. */
function placeOf(entry) {
  const parts = entry.url.split("/");
  return `${parts[2]}/${parts[3]}`;
}

function wordsOf(entry) {
  return entry.fields.text ?? entry.fields.reply ?? "";
}

export class Panel {
  constructor(root, outbox, { standsIn }) {
    this.root = root;
    this.outbox = outbox;
    this.standsIn = standsIn;
    this.hadSome = false;
  }

  show(entries) {
    const words = this.root.dataset;
    const waiting = entries.filter((entry) => entry.state === "waiting");
    const refused = entries.filter((entry) => entry.state === "refused");
    // A draft stands in its own field; only where that field is not at hand it is told here.
    const listed = this.standsIn ? entries : refused;
    const trouble = waiting.length || this.outbox.trouble === OFFLINE ? this.outbox.trouble : null;
    const lines = [];
    if (waiting.length) lines.push(waiting.length === 1 ? words.one : words.many.replace("{}", waiting.length));
    if (trouble) lines.push(this.explain(trouble));
    if (!lines.length && this.hadSome) lines.push(words.sentWords);
    this.hadSome ||= waiting.length > 0;
    this.status(lines, trouble, waiting.length);
    this.list(listed);
    this.root.hidden = !lines.length && !listed.length;
    this.root.dataset.state = refused.length ? "refused" : waiting.length || trouble ? "waiting" : "sent";
  }

  explain(trouble) {
    const words = this.root.dataset;
    return {
      [OFFLINE]: words.offlineWords,
      [TRYING]: words.tryingWords,
      [SIGNED_OUT]: words.signedOutWords,
      [STALE]: words.staleWords,
    }[trouble];
  }

  status(lines, trouble, count) {
    const words = this.root.dataset;
    const place = this.root.querySelector("[data-status]");
    const parts = lines.map((line, number) => element(number === 0 && count ? "strong" : "span", "", line));
    if (trouble === SIGNED_OUT) parts.push(link(words.signInLabel, words.signIn));
    if (trouble === STALE) parts.push(button(words.reloadLabel, () => location.reload()));
    if (trouble === TRYING && !this.standsIn) parts.push(button(words.retryLabel, () => this.outbox.send()));
    const said = lines.join(" ");
    // A live region speaks at each change: the same words again are no news.
    if (place.dataset.said === said) return;
    place.dataset.said = said;
    place.replaceChildren(...parts.flatMap((part) => [part, " "]));
  }

  list(entries) {
    const words = this.root.dataset;
    const lines = entries.map((entry) => {
      const line = element("li", entry.state === "refused" ? "outbox-refused" : "");
      line.append(element("p", "outbox-what", `${words[entry.kind]} · ${placeOf(entry)}`));
      if (entry.state === "draft") line.append(element("p", "small", words.draft));
      if (wordsOf(entry)) line.append(element("p", "as-written outbox-words", wordsOf(entry)));
      if (entry.state === "refused") {
        line.append(element("p", "field-error", [entry.message, words.refusedWords].filter(Boolean).join(" ")));
        line.append(button(words.discardLabel, () => this.outbox.discard(entry.id)));
      }
      return line;
    });
    this.root.querySelector("[data-entries]").replaceChildren(...lines);
  }
}
