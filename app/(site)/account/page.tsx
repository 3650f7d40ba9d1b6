import { ChangePasswordForm, ProfileForm } from '@/components/people/account-forms';
import { PageTitle } from '@/components/shell/page-title';
import { SignOutButton } from '@/components/shell/sign-out-button';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/doors/pages';
import { changePassword, changeProfile, signOutEverywhere } from './actions';

const H2 = 'mb-4 font-serif text-h3';

export default async function AccountPage() {
  const { viewer } = await requireViewer();
  return (
    <>
      <PageTitle>Account</PageTitle>
      <PageHead title="Account" standfirst={viewer.email} />
      <div className="grid max-w-[26rem] gap-12 pb-16">
        <section aria-labelledby="profile">
          <h2 id="profile" className={H2}>
            Name and time
          </h2>
          <ProfileForm action={changeProfile} displayName={viewer.displayName} timeZone={viewer.timeZone} />
        </section>
        <section aria-labelledby="password">
          <h2 id="password" className={H2}>
            Password
          </h2>
          <ChangePasswordForm action={changePassword} />
        </section>
        <section aria-labelledby="sessions">
          <h2 id="sessions" className={H2}>
            Sessions
          </h2>
          <p className="mb-3 text-ink-2 text-ui">
            Signed in on a machine that is not yours? This ends every session of yours, here and everywhere, at its next
            request. What was saved stays.
          </p>
          <SignOutButton action={signOutEverywhere} label="Sign out everywhere" className={buttonLook('secondary')} />
        </section>
      </div>
    </>
  );
}
