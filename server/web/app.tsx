/** All pages by their addresses, with the shell around those that want a sign-in. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Route, Switch } from 'wouter';
import { useLanguage } from './data/language.ts';
import { queryClient } from './data/queries.ts';
import { addresses } from './pages/addresses.ts';
import { Page as NotFound } from './pages/not-found/page.tsx';
import { pageRoutes, pathOf } from './pages/routes.tsx';
import { Loading } from './parts/states.tsx';
import { Guarded } from './shell/guarded.tsx';
import { Home } from './shell/home.tsx';
import { NoticeHeard } from './shell/notice.tsx';
import { PartFails } from './shell/part-fails.tsx';
import { Shell } from './shell/shell.tsx';
import { SignInAgain } from './shell/sign-in-again.tsx';

export function App() {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
        <PartFails>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path={addresses.home} component={Home} />
              {pageRoutes.map((route) => (
                <Route key={route.address} path={pathOf(route)}>
                  {route.right === 'anyone' ? (
                    <route.page />
                  ) : (
                    <Shell>
                      <Guarded right={route.right}>
                        <route.page />
                      </Guarded>
                    </Shell>
                  )}
                </Route>
              ))}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </PartFails>
        <NoticeHeard />
        <SignInAgain />
      </I18nProvider>
    </QueryClientProvider>
  );
}
