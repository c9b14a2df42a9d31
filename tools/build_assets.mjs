/**
 * Builds the browser's files: static/{css,js,images} become hashed files in static/dist/ with a manifest.json beside them.
 *
 * The manifest maps a logical name ("app.css") to the built path below static/ ("dist/app-1A2B3C4D.css"). Only files that this
 * script wrote are ever removed, so whatever else lives in static/dist/ (the papers' fonts) stays. Needs no network.
 */
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const staticFolder = join(root, "static");
const dist = join(staticFolder, "dist");
const manifestFile = join(dist, "manifest.json");
// The list of what the last run wrote lies beside the manifest, so that files of an older run can be cleared away.
const writtenFile = join(dist, ".written.json");

/** Reads KRDS's custom properties as a map from name to raw value. */
async function readTokens() {
  const text = await readFile(join(root, "node_modules/krds-uiux/resources/css/token/krds_tokens.css"), "utf8");
  return new Map([...text.matchAll(/(--krds-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2].trim()]));
}

/** Puts KRDS's literal values in place of var(--krds-…), so that only the tokens in use reach the browser. */
function krdsTokens() {
  let tokens;
  const inline = (text, file) =>
    text.replace(/var\((--krds-[\w-]+)\)/g, (_, name) => {
      if (!tokens.has(name)) throw new Error(`${file}: KRDS has no token ${name}`);
      return inline(tokens.get(name), file);
    });
  return {
    name: "krds-tokens",
    setup(bundle) {
      bundle.onLoad({ filter: /static[\\/]css[\\/].*\.css$/ }, async ({ path }) => {
        tokens ??= await readTokens();
        return { contents: inline(await readFile(path, "utf8"), path), loader: "css" };
      });
    },
  };
}

async function listImages() {
  const names = await readdir(join(staticFolder, "images")).catch(() => []);
  return names.filter((name) => !name.startsWith(".")).map((name) => join(staticFolder, "images", name));
}

async function readJson(path, fallback) {
  return JSON.parse(await readFile(path, "utf8").catch(() => JSON.stringify(fallback)));
}

/** Writes through a neighbouring file, because a server may read while a build runs. */
async function writeWhole(path, contents) {
  const draft = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** The name under which templates ask for a built file, or null for files that only stylesheets refer to. */
function logicalName(output, details) {
  const extension = output.slice(output.lastIndexOf("."));
  const source = details.entryPoint ?? Object.keys(details.inputs)[0];
  if (extension === ".css" || extension === ".js") return basename(source);
  if (source.includes("static/images/")) return `images/${basename(source)}`;
  return source.includes("krds-uiux") ? `webfonts/${basename(source)}` : null;
}

const result = await build({
  absWorkingDir: root,
  entryPoints: [
    join(staticFolder, "css/app.css"),
    join(staticFolder, "css/noto.css"),
    join(staticFolder, "js/app.js"),
    join(staticFolder, "js/programme.js"),
    join(staticFolder, "js/seating.js"),
    join(staticFolder, "js/today.js"),
    join(staticFolder, "js/today_worker.js"),
    ...(await listImages()),
  ],
  outdir: dist,
  outbase: staticFolder,
  entryNames: "[name]-[hash]",
  assetNames: "webfonts/[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  legalComments: "none",
  charset: "utf8",
  target: ["chrome120", "firefox121", "safari17"],
  loader: { ".woff2": "copy", ".svg": "copy", ".png": "copy", ".ico": "copy" },
  plugins: [krdsTokens()],
  metafile: true,
  write: false,
  logLevel: "warning",
});

const files = new Map(result.outputFiles.map((file) => [relative(dist, file.path), file.contents]));
const manifest = {};
for (const [output, details] of Object.entries(result.metafile.outputs)) {
  const name = logicalName(output, details);
  if (name) manifest[name] = relative(staticFolder, join(root, output));
}

// Compressed once here rather than at each request; fonts and pictures are compressed by nature.
for (const [path, contents] of [...files]) {
  if (!/\.(css|js|svg)$/.test(path)) continue;
  files.set(`${path}.br`, brotliCompressSync(contents));
  files.set(`${path}.gz`, gzipSync(contents, { level: 9 }));
}

let written = 0;
for (const [path, contents] of files) {
  // A hash in the name means that a file of this name already has these contents.
  const present = await stat(join(dist, path)).then((found) => found.size === contents.length, () => false);
  if (present) continue;
  await writeWhole(join(dist, path), contents);
  written += 1;
}

const former = await readJson(writtenFile, []);
const ordered = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeWhole(manifestFile, `${JSON.stringify(ordered, null, 2)}\n`);
await writeWhole(writtenFile, `${JSON.stringify([...files.keys()].sort())}\n`);
const stale = former.filter((path) => !files.has(path));
await Promise.all(stale.map((path) => rm(join(dist, path), { force: true })));

const size = (name) => files.get(`${relative("dist", manifest[name])}.br`).length;
const sizes = ["app.css", "noto.css", "app.js"].map((name) => `${name} ${(size(name) / 1024).toFixed(1)} KB`);
console.log(`assets: ${files.size} files, ${written} written, ${stale.length} removed; compressed ${sizes.join(", ")}`);
