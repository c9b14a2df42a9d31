/** Forms marked data-warn-unsaved: asks before what was typed is lost, and leads a reader to the faults first. */

const changed = new Set();

function watched(target) {
  return target.closest?.("form[data-warn-unsaved]");
}

function markChanged(event) {
  const form = watched(event.target);
  if (form) changed.add(form);
}

/** A double click must not send the same act twice; after a while it may, because an answer can be a file that leaves the page standing. */
function refuseSecondSending(event) {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "true";
  setTimeout(() => delete form.dataset.sending, 3000);
  changed.delete(form);
}

export function keepWatchOverForms() {
  // A form that came back with faults holds words that are stored nowhere yet.
  for (const form of document.querySelectorAll("form[data-warn-unsaved]")) {
    if (form.querySelector("[aria-invalid=true]")) changed.add(form);
  }
  document.addEventListener("input", markChanged);
  document.addEventListener("change", markChanged);
  document.addEventListener("submit", refuseSecondSending);
  window.addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
  document.querySelector(".form-errors")?.focus();
}
