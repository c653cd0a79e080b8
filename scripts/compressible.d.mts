type Headers = {
  setHeader: (name: string, value: number | string | readonly string[]) => unknown;
};

export function letJsonBePacked(response: Headers): void;
