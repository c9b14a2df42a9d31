/** What the pages gain from a script: every one of them works without, and nothing here is needed to reach a record. */
import "htmx.org/dist/htmx.esm.min.js";
import { keepWatchOverForms } from "./forms.js";
import { cleanQueries } from "./filters.js";
import { closeMenus } from "./menus.js";
import { refreshPickers } from "./pickers.js";
import { pickAll } from "./picks.js";
import { walkRows } from "./rows.js";
import { focusSearch } from "./search.js";
import { keepTableRoles } from "./tables.js";

keepWatchOverForms();
cleanQueries();
closeMenus();
refreshPickers();
pickAll();
walkRows();
focusSearch();
keepTableRoles(document);
document.addEventListener("htmx:after:swap", () => keepTableRoles(document));
