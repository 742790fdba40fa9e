// Preloaded into the web server: when its starter is gone, however it went, it ends too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
