export { audit } from './audit.ts';
export { auditDossier } from './dossier.ts';
