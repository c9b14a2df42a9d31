/** The board by mouse and finger: an item is taken and dropped elsewhere, or pulled at its lower edge. */
import { beginningAt, endingAt, inWords, lengthOf, placeOf, snap } from "./places.js";

const FAR = 5;
// A finger that rests takes the item; one that moves at once scrolls.
const REST = 350;
const EDGE = 48;

export function watchPointer(board) {
  let grip = null;

  board.root.addEventListener("dragstart", (event) => event.preventDefault());
  board.root.addEventListener("contextmenu", (event) => {
    if (grip?.isTouch) event.preventDefault();
  });
  board.root.addEventListener("pointerdown", (event) => {
    const slot = event.target.closest("[data-slot]");
    if (!slot || !board.isWritable || event.button !== 0 || grip || event.target.closest("button, .slot-mark")) return;
    grip = {
      slot,
      number: slot.dataset.number,
      isTouch: event.pointerType === "touch",
      isEdge: Boolean(event.target.closest("[data-edge]")),
      x: event.clientX,
      y: event.clientY,
      offset: event.clientY - slot.getBoundingClientRect().top,
      place: null,
    };
    if (grip.isTouch) grip.timer = setTimeout(() => grip && begin(), REST);
  });
  window.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const isFar = Math.hypot(event.clientX - grip.x, event.clientY - grip.y) > FAR;
    if (!grip.shadow && grip.isTouch) return isFar ? cancel() : undefined;
    if (!grip.shadow && !isFar) return;
    if (!grip.shadow) begin();
    follow(event.clientX, event.clientY);
  });
  window.addEventListener("pointerup", (event) => {
    if (!grip) return;
    const { number, place, shadow } = grip;
    cancel();
    if (!shadow) return;
    event.preventDefault();
    swallowClick();
    if (place) {
      board.draw(board.slot(number), place);
      board.move(number, place);
    }
  });
  window.addEventListener("pointercancel", () => cancel());
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !grip?.shadow) return;
    event.stopPropagation();
    cancel();
    swallowClick();
  }, true);
  // Once a finger has taken an item, the page must not scroll under it.
  document.addEventListener("touchmove", (event) => grip?.shadow && event.preventDefault(), { passive: false });

  function begin() {
    const { slot } = grip;
    board.held = true;
    const box = slot.getBoundingClientRect();
    grip.shadow = Object.assign(document.createElement("div"), { className: "slot-shadow" });
    document.body.classList.add(grip.isEdge ? "builder-resizing" : "builder-dragging");
    if (!grip.isEdge) {
      grip.ghost = slot.cloneNode(true);
      grip.ghost.removeAttribute("id");
      grip.ghost.setAttribute("aria-hidden", "true");
      grip.ghost.inert = true;
      grip.ghost.classList.add("slot-carried");
      grip.ghost.style.inlineSize = `${box.width}px`;
      grip.ghost.style.blockSize = `${box.height}px`;
      grip.left = grip.x - box.left;
      document.body.append(grip.ghost);
      slot.classList.add("slot-taken");
    }
    follow(grip.x, grip.y);
  }

  function follow(x, y) {
    if (grip.ghost) grip.ghost.style.transform = `translate(${x - grip.left}px, ${y - grip.offset}px)`;
    scrollAtEdges(x, y);
    grip.place = grip.isEdge ? pulledTo(y) : droppedAt(x, y);
    show(grip.place);
  }

  function pulledTo(y) {
    const hours = grip.slot.parentElement.getBoundingClientRect();
    return endingAt(placeOf(grip.slot), snap(board.opens + (y - hours.top) / board.pixelsPerMinute));
  }

  function droppedAt(x, y) {
    const under = document.elementsFromPoint(x, y);
    const column = under.map((one) => one.closest("[data-column]")).find((one) => one && board.root.contains(one));
    if (!column) return null;
    const place = { ...placeOf(grip.slot), day: column.dataset.column };
    const hours = column.querySelector("[data-hours]")?.getBoundingClientRect();
    if (!hours || y < hours.top) return { ...place, from: null, to: null };
    return beginningAt(place, snap(board.opens + (y - grip.offset - hours.top) / board.pixelsPerMinute));
  }

  function show(place) {
    const column = place && board.column(place.day);
    if (!column) return grip.shadow.remove();
    const isTimed = place.from !== null;
    const list = column.querySelector(isTimed ? "[data-hours]" : "[data-tray]") ?? column;
    if (grip.shadow.parentElement !== list) list.append(grip.shadow);
    grip.shadow.textContent = inWords(place);
    grip.shadow.style.insetBlockStart = isTimed ? `${(place.from - board.opens) * board.pixelsPerMinute}px` : "";
    grip.shadow.style.blockSize = isTimed ? `${Math.max(lengthOf(place), 20) * board.pixelsPerMinute}px` : "";
  }

  function scrollAtEdges(x, y) {
    const region = board.area.querySelector("[data-scroll]");
    const box = region.getBoundingClientRect();
    const pull = (at, first, last) => (at < first + EDGE ? -12 : at > last - EDGE ? 12 : 0);
    // Beside the board (the tray of items without a day) nothing scrolls.
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return;
    region.scrollBy(pull(x, box.left, box.right), pull(y, box.top, box.bottom));
  }

  function cancel() {
    if (!grip) return;
    clearTimeout(grip.timer);
    grip.ghost?.remove();
    grip.shadow?.remove();
    grip.slot.classList.remove("slot-taken");
    document.body.classList.remove("builder-dragging", "builder-resizing");
    board.held = false;
    grip = null;
  }

  /** What was let go of must not be taken for a click on its link. */
  function swallowClick() {
    const swallow = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, true), 0);
  }
}
