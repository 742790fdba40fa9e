const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an id: anything else would be an error of the database, not an id unknown to it. */
export const isId = (text: string): boolean => form.test(text);
