/** Lists (table data-rows): arrow keys walk from row to row, a click anywhere in a row opens its record. */

const steps = { ArrowDown: 1, ArrowUp: -1 };

function mainLink(row) {
  return row.querySelector("th a[href]") ?? row.querySelector("a[href]");
}

function walk(event) {
  const row = event.target.closest?.("table[data-rows] tbody tr");
  if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.matches("input, select, textarea")) return;
  const links = [...row.parentElement.rows].map(mainLink).filter(Boolean);
  const here = links.indexOf(mainLink(row));
  const places = { Home: 0, End: links.length - 1 };
  const next = links[places[event.key] ?? (event.key in steps ? here + steps[event.key] : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function open(event) {
  const row = event.target.closest?.("table[data-rows] tbody tr");
  if (!row || event.target.closest("a, button, input, select, label, summary")) return;
  // Marking words in order to copy them must not open anything.
  if (String(window.getSelection())) return;
  const link = mainLink(row);
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href);
  else link.click();
}

export function walkRows() {
  document.addEventListener("keydown", walk);
  document.addEventListener("click", open);
}
