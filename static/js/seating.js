/** A seating plan: one seat dragged onto another swaps the two, by the same form that works without scripts. */

const FAR = 6;

function seatAt(frame, x, y) {
  const seat = document.elementFromPoint(x, y)?.closest?.(".seating-seat");
  return seat && frame.contains(seat) ? seat : null;
}

function choose(form, name, seat) {
  const select = form.elements.namedItem(name);
  const option = [...select.options].find((one) => one.dataset.number === seat.dataset.seat);
  if (option) select.value = option.value;
}

function dragSeats(frame, form) {
  let from = null;
  let start = null;
  let over = null;

  function show(seat) {
    over?.classList.remove("seating-over");
    over = seat && seat !== from ? seat : null;
    over?.classList.add("seating-over");
  }

  function end() {
    from?.classList.remove("seating-held");
    show(null);
    from = null;
    start = null;
  }

  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = event.target.closest(".seating-seat");
    if (!from) return;
    start = [event.clientX, event.clientY];
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [x, y] = start;
    if (Math.hypot(event.clientX - x, event.clientY - y) < FAR) return;
    from.classList.add("seating-held");
    show(seatAt(frame, event.clientX, event.clientY));
  });
  frame.addEventListener("pointerup", () => {
    const [one, other] = [from, over];
    end();
    if (!one || !other) return;
    choose(form, "first", one);
    choose(form, "second", other);
    form.requestSubmit();
  });
  frame.addEventListener("pointercancel", end);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
  });
}

const frame = document.querySelector("[data-seating]");
const form = document.querySelector("[data-swap]");
// Where the drawing is wider than the screen, the heads are looked at first.
if (frame) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
if (frame && form) {
  dragSeats(frame, form);
  document.querySelector("[data-swap-hint]")?.removeAttribute("hidden");
}
