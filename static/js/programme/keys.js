/** The board by keyboard: arrows move the item that has the focus, with Shift its end; Enter or leaving it saves, Escape takes back. */
import { beginningAt, endingAt, isSame, lengthOf, placeOf } from "./places.js";

const STEP = 15;
const MORNING = 9 * 60;
// Long enough to press an arrow several times, short enough not to be forgotten.
const PAUSE = 1200;

const downwards = { ArrowDown: STEP, ArrowUp: -STEP };
const sideways = { ArrowRight: 1, ArrowLeft: -1 };

function shifted(board, place, key, withEnd) {
  if (key in downwards && withEnd) {
    return place.from === null ? place : endingAt(place, place.from + lengthOf(place) + downwards[key]);
  }
  if (key in downwards) {
    if (place.day === "") return place;
    return beginningAt(place, place.from === null ? MORNING : place.from + downwards[key]);
  }
  const columns = board.columns.map((column) => column.dataset.column);
  const here = columns.indexOf(place.day);
  const next = columns[here + sideways[key]];
  return next === undefined || withEnd ? place : { ...place, day: next };
}

export function watchKeys(board) {
  let timer = null;

  const commit = () => {
    clearTimeout(timer);
    const wish = board.pending;
    board.pending = null;
    if (wish) board.move(wish.number, wish.place);
  };

  const takeBack = () => {
    clearTimeout(timer);
    if (board.pending) {
      board.pending = null;
      board.restore();
      board.say("");
    } else {
      board.undo();
    }
  };

  const step = (slot, event) => {
    const present = board.pending?.number === slot.dataset.number ? board.pending.place : placeOf(slot);
    const place = shifted(board, present, event.key, event.shiftKey);
    event.preventDefault();
    if (isSame(place, present)) return;
    board.pending = { number: slot.dataset.number, place };
    // Taking an element to another column takes the focus from it, which must not count as leaving.
    board.moving = true;
    board.draw(slot, place);
    board.focus(slot.dataset.number);
    slot.scrollIntoView({ block: "nearest", inline: "nearest" });
    board.say(board.describe(slot, place));
    clearTimeout(timer);
    timer = setTimeout(commit, PAUSE);
  };

  board.root.addEventListener("keydown", (event) => {
    const slot = event.target.closest?.("[data-slot]");
    if (!slot || !board.isWritable || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return takeBack();
    if (!event.target.matches(".slot-title")) return;
    if (event.key in downwards || event.key in sideways) step(slot, event);
    else if (event.key === "Enter" && board.pending) {
      event.preventDefault();
      commit();
    }
  });
  board.root.addEventListener("focusout", (event) => {
    if (!board.moving && board.pending && event.target.closest?.("[data-slot]")?.dataset.number === board.pending.number) commit();
  });
}

