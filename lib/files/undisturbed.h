#pragma once

#include <csignal>
#include <initializer_list>

namespace backops::files {

/// Lets the signals that end a command (Ctrl-C, a closed terminal, a stopped service) wait while it exists. They come
/// at its end.
class Undisturbed {
  public:
    Undisturbed() {
        sigset_t some;
        sigemptyset(&some);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&some, signal);
        pthread_sigmask(SIG_BLOCK, &some, &before_);
    }
    ~Undisturbed() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace backops::files
