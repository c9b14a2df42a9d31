/** The board of a programme: items are taken with the mouse, the finger or the keyboard; colleagues' changes come in by themselves. */
import { Board } from "./programme/board.js";
import { watchKeys } from "./programme/keys.js";
import { watchPointer } from "./programme/pointer.js";

const root = document.querySelector("[data-builder]");
if (root) {
  const board = new Board(root);
  root.classList.add("builder-live");
  watchPointer(board);
  watchKeys(board);
  board.showToday();
  board.keepUp();
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
