/** The / key puts the cursor into the search over everything, unless one is writing already. */

export function focusSearch() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const search = document.querySelector("[data-search-key]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}
