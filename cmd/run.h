#pragma once

#include <string>
#include <vector>

namespace backops::cmd {

/// One whole command, from the words after the program's name to its exit status; every exception ends here.
int run(std::vector<std::string> words);

}  // namespace backops::cmd
