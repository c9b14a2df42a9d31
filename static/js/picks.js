/** Lists of boxes (fieldset data-picks): one button ticks all of a list, one none. */

function pick(event) {
  const button = event.target.closest?.("[data-pick]");
  if (!button) return;
  for (const box of button.closest("[data-picks]").querySelectorAll("input[type=checkbox]")) {
    box.checked = button.dataset.pick === "all";
  }
  button.closest("form")?.dispatchEvent(new Event("input", { bubbles: true }));
}

export function pickAll() {
  for (const row of document.querySelectorAll("[data-picks] [hidden]")) row.hidden = false;
  document.addEventListener("click", pick);
}
