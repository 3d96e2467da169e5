/** Prints the form of a filed case as a client would send it: `{ "form": … }`. */
import { readFileSync } from 'node:fs';
import { readCase } from '../../engine/index.ts';

const [file = ''] = process.argv.slice(2);
const form = readCase(readFileSync(file), file).value?.form;
if (!form) throw new Error(`${file} holds no form`);
console.log(JSON.stringify({ form: form.submission }));
