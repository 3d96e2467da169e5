/** Every schema the API speaks of, and the address of each. All of them are files in `schemas/`. */
import { schemas as generated, platformDocuments } from '../../schemas/generated/schemas.ts';
import type { SchemaName } from '../../schemas/generated/validators.ts';

type Schema = Record<string, unknown>;

export const schemaBase = 'https://zhunsheng.dev/schemas/';

/** The schemas a route may name. */
export type DocumentName = SchemaName;

/** All of them by name, each with its `$id`; references between them are relative to it. */
export const schemas: Readonly<Record<string, Schema>> = generated;

/** The address of a schema by its name. */
export const addressOf = (name: string): string =>
  platformDocuments[name] ?? `${schemaBase}${name}.schema.json`;
