#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/run.h"
#include "text/failure.h"

// Where one of the three is closed, the next file to be opened would take its number, and get what is printed.
static void hold_standard_streams() {
    while (true) {
        const int number = open("/dev/null", O_RDONLY | O_CLOEXEC);
        if (number > STDERR_FILENO) close(number);
        if (number < 0 || number > STDERR_FILENO) return;
    }
}

// The destructor of a JSON value allocates memory. When there is none left, it throws, and no caller can catch that.
// The next command finishes or takes back a change that was being written, as after a kill.
[[noreturn]] static void end_without_memory() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        constexpr std::string_view message = "error: out of memory\n";
        (void)!write(STDERR_FILENO, message.data(), message.size());
        _exit(backops::text::refused);
    } catch (...) {
    }
    std::abort();
}

int main(int count, char** words) {
    hold_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::set_terminate(end_without_memory);
    return backops::cmd::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
}
