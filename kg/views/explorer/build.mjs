// Bundles src/main.ts into the one script that the Python package ships. `node build.mjs [FILE]`.
// The licences of the libraries that go into it stand at its beginning.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const outfile = resolve(here, process.argv[2] ?? "../assets/explorer.js");

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
  metafile: true,
  write: false,
});

writeFileSync(outfile, licences(bundled(metafile)) + outputFiles[0].text);

/** The names of the packages of which something is in the bundle. */
function bundled({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const names = used.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

/** Each licence once, below the names of the packages that it is for. */
function licences(packages) {
  const texts = new Map();
  for (const name of packages) {
    const folder = join(here, "node_modules", name);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = readFileSync(join(folder, file), "utf8").trim().replaceAll("*/", "* /");
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  return [...texts].map(([text, names]) => `/*! ${names.join(", ")}\n\n${text}\n*/\n`).join("");
}
