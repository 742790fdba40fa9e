/** Without one of its own the bare application would be built with Loadline's. */
export function register() {}
