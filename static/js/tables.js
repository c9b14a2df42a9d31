/** Some browsers forget that a table is one once its rows are shown as cards: the roles are said again in words. */

const roles = {
  tbody: "rowgroup",
  thead: "rowgroup",
  tr: "row",
  "th[scope=col]": "columnheader",
  "th[scope=row]": "rowheader",
  td: "cell",
};

export function keepTableRoles(root) {
  for (const table of root.querySelectorAll("table.table:not([role])")) {
    table.setAttribute("role", "table");
    for (const [selector, role] of Object.entries(roles)) {
      for (const part of table.querySelectorAll(selector)) part.setAttribute("role", role);
    }
  }
}
