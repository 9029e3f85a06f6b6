#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cmd/run.h"

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);
    return backops::cmd::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
}
