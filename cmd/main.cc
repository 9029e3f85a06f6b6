#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cmd/run.h"

// Where one of the three is closed, the next file to be opened would take its number, and get what is printed.
static void hold_standard_streams() {
    while (true) {
        const int number = open("/dev/null", O_RDONLY | O_CLOEXEC);
        if (number > STDERR_FILENO) close(number);
        if (number < 0 || number > STDERR_FILENO) return;
    }
}

int main(int count, char** words) {
    hold_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    return backops::cmd::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
}
