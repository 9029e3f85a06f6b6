#include <fmt/format.h>

#include <fstream>

#include "render/file_schema.h"

using backops::event::Noun;

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: write_schemas DIRECTORY\n");
        return 2;
    }
    for (const Noun noun :
         {Noun::event, Noun::area, Noun::collaborator, Noun::crew, Noun::activity, Noun::timeframe, Noun::view}) {
        const std::string path = fmt::format("{}/{}", argv[1], backops::render::schema_file(noun));
        std::ofstream file(path, std::ios::binary);
        file << backops::render::file_schema(noun);
        if (!file.flush()) {
            fmt::print(stderr, "cannot write {}\n", path);
            return 1;
        }
    }
}
