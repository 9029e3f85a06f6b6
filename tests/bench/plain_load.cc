#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

// The measure of everything: one YAML::Load of every file of a directory, and nothing else.
//   plain_load DIRECTORY
int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: plain_load DIRECTORY\n");
        return 2;
    }
    std::size_t keys = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(words[1])) {
        if (entry.path().extension() != ".yaml") continue;
        std::ifstream stream(entry.path());
        const std::string text((std::istreambuf_iterator<char>(stream)), {});
        keys += YAML::Load(text).size();
    }
    std::printf("%zu keys\n", keys);
}
