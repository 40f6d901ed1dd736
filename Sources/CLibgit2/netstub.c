/*
 * The network entry points that libgit2 1.5's transport and stream tables name.
 *
 * gitflow-guard never talks to a network. Defining these here keeps the linker from pulling
 * libgit2's HTTP, SSH, git:// and TLS members out of the static archive: the binary starts faster (no
 * certificates are parsed) and carries no network code at all. Each says "not supported".
 *
 * The names belong to libgit2 1.5 built with mbedTLS; the dynamic build leaves this file out.
 */

enum { not_supported = -1 };

int git_http__expect_continue = 0;

int git_smart_subtransport_http(void **out, void *owner, void *param) {
  (void)out; (void)owner; (void)param;
  return not_supported;
}

int git_smart_subtransport_ssh(void **out, void *owner, void *param) {
  (void)out; (void)owner; (void)param;
  return not_supported;
}

int git_smart_subtransport_git(void **out, void *owner, void *param) {
  (void)out; (void)owner; (void)param;
  return not_supported;
}

int git_transport_ssh_global_init(void) { return 0; }

int git_transport_ssh_with_paths(void **out, void *owner, void *payload) {
  (void)out; (void)owner; (void)payload;
  return not_supported;
}

int git_mbedtls_stream_global_init(void) { return 0; }

int git_mbedtls__set_cert_location(const char *path, const char *directory) {
  (void)path; (void)directory;
  return not_supported;
}

int git_mbedtls_stream_new(void **out, const char *host, const char *port) {
  (void)out; (void)host; (void)port;
  return not_supported;
}

int git_mbedtls_stream_wrap(void **out, void *inner, const char *host) {
  (void)out; (void)inner; (void)host;
  return not_supported;
}
