/** Every address of a page, once. Parts of an address that vary begin with a colon. */
export const addresses = {
  home: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  welcome: '/welcome',
  tasks: '/tasks',
  newTask: '/tasks/new',
  task: '/tasks/:task',
  form: '/forms/:submission',
  filings: '/forms/:submission/filings',
  queue: '/queue',
  review: '/queue/:submission',
  dossier: '/dossiers/:unit/:year',
  overview: '/overview',
  ranking: '/ranking',
  rollUp: '/roll-up',
  rulebooks: '/rulebooks',
  rulebook: '/rulebooks/:region/:edition',
  people: '/admin/people',
  units: '/admin/units',
  log: '/admin/log',
  backup: '/admin/backup',
  account: '/account',
} as const;

export type AddressName = keyof typeof addresses;

type Varying<Address extends string> = Address extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Varying<Rest>
  : Address extends `${string}:${infer Name}`
    ? Name
    : never;

type Values<Name extends AddressName> =
  Varying<(typeof addresses)[Name]> extends never
    ? []
    : [values: { [Part in Varying<(typeof addresses)[Name]>]: string }];

/** The address of a page with its varying parts filled in: `addressOf('form', { submission })`. */
export function addressOf<Name extends AddressName>(name: Name, ...[values]: Values<Name>): string {
  const given: { readonly [part: string]: string } = values ?? {};
  return addresses[name].replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(given[part] ?? ''));
}
