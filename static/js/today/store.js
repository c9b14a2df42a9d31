/**
 * What was entered on this device and is not sent yet: in IndexedDB, else in localStorage, else as long as the page is open.
 *
 * An entry has an id within its account. It changes its stamp whenever it is entered anew, so that what was sent is never
 * taken for what was entered while it was on its way.
 */

const NAME = "partnerships-outbox";
const ENTRIES = "entries";

function asPromise(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: "key" });
  return asPromise(request);
}

class DatabaseStore {
  constructor(database) {
    this.database = database;
  }

  all() {
    return asPromise(this.database.transaction(ENTRIES).objectStore(ENTRIES).getAll());
  }

  /** Puts what `change` makes of the entry under `key` in its place (nothing takes it out); kept once this is through. */
  change(key, change) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(ENTRIES, "readwrite");
      const entries = transaction.objectStore(ENTRIES);
      const request = entries.get(key);
      request.onsuccess = () => {
        const next = change(request.result);
        if (next) entries.put({ ...next, key });
        else entries.delete(key);
      };
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

class PlainStore {
  constructor(storage) {
    this.storage = storage;
  }

  read() {
    return JSON.parse(this.storage.getItem(NAME) ?? "{}");
  }

  async all() {
    return Object.values(this.read());
  }

  async change(key, change) {
    const entries = this.read();
    const next = change(entries[key]);
    if (next) entries[key] = { ...next, key };
    else delete entries[key];
    this.storage.setItem(NAME, JSON.stringify(entries));
  }
}

/** Where a browser forbids both, the words live as long as the page. */
function inMemory() {
  const values = new Map();
  return { getItem: (name) => values.get(name) ?? null, setItem: (name, value) => values.set(name, value) };
}

function usableStorage() {
  try {
    localStorage.setItem(`${NAME}-probe`, "");
    localStorage.removeItem(`${NAME}-probe`);
    return localStorage;
  } catch {
    return inMemory();
  }
}

/** The entries of `account` only: whoever else signs in at this device neither sees nor sends them. */
export async function openStore(account) {
  let store;
  try {
    store = new DatabaseStore(await openDatabase());
  } catch {
    store = new PlainStore(usableStorage());
  }
  const key = (id) => `${account} ${id}`;
  return {
    async all() {
      const entries = await store.all();
      return entries.filter((entry) => entry.account === account).sort((a, b) => a.at - b.at);
    },
    change: (id, change) => store.change(key(id), (old) => withAccount(change(old), id, account)),
  };
}

function withAccount(entry, id, account) {
  return entry ? { ...entry, id, account } : null;
}
