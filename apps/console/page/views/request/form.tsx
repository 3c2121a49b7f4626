import type { Signal } from '@preact/signals';
import type { Caller, Field, Form } from '../../../api/request';

const OWNERS = ['users', 'companies', 'jobs'] as const;

/** The operations of the API to choose from. */
export const Chooser = ({ forms, chosen }: { forms: readonly Form[]; chosen: Form }) => (
  <label class="operation">
    Operation
    <select value={chosen.name} onChange={({ currentTarget }) => (location.hash = `#/request/${currentTarget.value}`)}>
      {OWNERS.map((owner) => (
        <optgroup key={owner} label={owner}>
          {forms
            .filter((form) => form.owner === owner)
            .map(({ name, method, path }) => (
              <option key={name} value={name}>
                {method} {path}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  </label>
);

/** The fields of an operation. */
export const Fields = ({ form, values }: { form: Form; values: Signal<Readonly<Record<string, string>>> }) => (
  <>
    {form.fields.map((field) => (
      <label key={field.name}>
        {field.name} {!field.required && <span class="muted">optional</span>}
        <Input
          field={field}
          value={values.value[field.name] ?? ''}
          onValue={(value) => (values.value = { ...values.value, [field.name]: value })}
        />
      </label>
    ))}
  </>
);

function Input({ field, value, onValue }: { field: Field; value: string; onValue: (value: string) => void }) {
  const { kind, choices } = field;
  if (kind === 'choice') {
    return (
      <select value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">–</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  const common = {
    autocomplete: 'off',
    required: field.in === 'path',
    value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onValue(currentTarget.value),
  } as const;
  if (kind === 'password') return <input type="password" placeholder="the seeded one" {...common} />;
  return <input type="text" inputMode={kind === 'number' ? 'decimal' : 'text'} {...common} />;
}

const CALLERS: Record<Caller, string> = { user: 'testuser', admin: 'testadmin (admin)', nobody: 'nobody' };

/** On whose behalf it is sent. */
export const SignedInAs = ({ form, caller }: { form: Form; caller: Signal<Caller> }) => (
  <label>
    Signed in as
    {form.access === 'anyone' ? (
      <select disabled>
        <option>anyone may ask</option>
      </select>
    ) : (
      <select value={caller.value} onChange={({ currentTarget }) => (caller.value = currentTarget.value as Caller)}>
        {Object.entries(CALLERS).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    )}
  </label>
);
