/** The API's document as tests read it, and whether what is answered is what it says. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Services } from '../../server/http/services.ts';

export interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; required: boolean; example?: string }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  'x-right': string;
  'x-reach'?: Partial<Record<string, string>>;
}

export interface DescribedOperation {
  id: string;
  method: string;
  path: string;
  operation: Operation;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
}

/** Every operation of a server. */
export async function operationsOf(services: Services): Promise<DescribedOperation[]> {
  const { paths } = (await services.describe()) as unknown as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

/** How far a role's right to an operation goes, as the document says. */
export const describedReach = ({ operation }: DescribedOperation, role: string): string | undefined =>
  operation['x-reach']?.[role];

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Says what is wrong with an answer by the document; empty where nothing is. */
export async function answerChecker(
  services: Services,
): Promise<(one: DescribedOperation, response: Response) => Promise<string>> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema((await services.describe()) as object, 'api');
  return async ({ method, path, operation }, response) => {
    const { status } = response;
    const documented = operation.responses[status];
    if (!documented) return `${status} is not documented`;
    if (!documented.content) return '';
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
    if (!documented.content[type]) return `${status} ${type} is not documented`;
    if (!type.endsWith('json')) return '';
    const at = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
    const validate = ajv.getSchema(`api#/${at.map(escaped).join('/')}`)!;
    return validate(await response.clone().json()) ? '' : ajv.errorsText(validate.errors);
  };
}
