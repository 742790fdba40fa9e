import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

/** Spread on the control, so that label, help and error belong to it. */
export type FieldControlProps = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
};

export type FieldProps = {
  readonly label: ReactNode;
  /** One line under the control: what it means, or where the value is from. */
  readonly help?: ReactNode;
  /** Takes the place of the help: names field, value and mend. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** At the right of the label. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: (control: FieldControlProps) => ReactNode;
};

export function Field({ label, help, error, optional, aside, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error || help);
  return (
    <div className={clsx("grid min-w-0 content-start gap-1", className)}>
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-label text-sm">
          {label}
          {optional && <span className="font-text text-ink-3"> optional</span>}
        </label>
        {aside && <div className="ml-auto text-xs">{aside}</div>}
      </div>
      {children({
        id,
        ...(hasNote && { "aria-describedby": noteId }),
        ...(error && { "aria-invalid": true as const }),
      })}
      {error ? (
        <FieldError id={noteId}>{error}</FieldError>
      ) : (
        help && (
          <div id={noteId} className="text-ink-3 text-xs">
            {help}
          </div>
        )
      )}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} role="alert" className="flex gap-1.5 text-bad text-xs">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
      <span>{children}</span>
    </div>
  );
}
