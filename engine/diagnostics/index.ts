/** Diagnostics: why a rulebook or submission cannot be used. May not know what it is that is being diagnosed. */
export type { Diagnostic, Place, Severity } from '../../schemas/generated/types.ts';
export { catalogue, type DiagnosticCode } from './catalogue/index.ts';
export { capDiagnostics, diagnose, fill, hasErrors, listedNames, sortDiagnostics } from './diagnose.ts';
export type { CatalogueEntry, CataloguePart, Parameter, ParametersOf } from './entry.ts';
export { nearest, suggest } from './nearest.ts';
export { render, widthOf } from './render.ts';
