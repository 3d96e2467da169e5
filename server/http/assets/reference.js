/** Starts the reference page. It reads this server's own document and asks no other server for anything. */

/** Changes by somebody who is signed in carry the token against forgery, as every page's do. */
async function withToken(request) {
  if (['GET', 'HEAD'].includes(request.method) || request.loadSpec) return request;
  const session = await fetch('/api/session').then((answer) => (answer.ok ? answer.json() : undefined));
  if (session?.csrfToken) request.headers['X-CSRF-Token'] = session.csrfToken;
  return request;
}

window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  displayRequestDuration: true,
  tryItOutEnabled: false,
  validatorUrl: null,
  requestInterceptor: withToken,
});
