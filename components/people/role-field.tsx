import { useT } from "@/components/i18n/context";
import { ROLES, type Role } from "@/lib/person/model";
import { ROLE_SAYS, ROLE_WORDS } from "./people-words";

type Props = {
  value: Role;
  onChange: (role: Role) => void;
  /** Only admins make admins. */
  mayMakeAdmin: boolean;
  disabled?: boolean;
};

export function RoleField({ value, onChange, mayMakeAdmin, disabled = false }: Props) {
  const t = useT();
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 font-medium">{t("Role")}</legend>
      {ROLES.map((role) => (
        <label key={role} className="flex min-h-7 items-start gap-2 py-0.5 pointer-coarse:min-h-11">
          <input
            type="radio"
            name="role"
            className="mt-0.5 size-4 accent-(--accent)"
            checked={value === role}
            disabled={role === "admin" && !mayMakeAdmin && value !== "admin"}
            onChange={() => onChange(role)}
          />
          <span>
            {t(ROLE_WORDS[role])}
            <span className="block text-faint">{t(ROLE_SAYS[role])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
