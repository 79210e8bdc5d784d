#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "messages/tool/catalogue.h"

namespace {

/// Leaves a file alone that is already so: what includes it is then not compiled again.
void write_if_changed(const std::filesystem::path& file, const std::string& content)
{
    {
        std::ifstream in(file, std::ios::binary);
        if (in && std::string{std::istreambuf_iterator<char>(in), {}} == content) return;
    }
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << content;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

/// catalogue_tool TEXT_FOLDER OUTPUT_FOLDER: checks the catalogues and writes keys.h and catalogue.cpp, or says what is wrong.
int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: catalogue_tool TEXT_FOLDER OUTPUT_FOLDER\n";
        return 2;
    }
    try {
        lots::catalogue::Problems problems;
        const auto entries = lots::catalogue::read_catalogue(argv[1], problems);
        for (const auto& problem : problems) std::cerr << problem.written() << '\n';
        if (!problems.empty()) {
            std::cerr << "catalogue_tool: " << problems.size() << " to correct in the message catalogues\n";
            return 1;
        }
        const std::filesystem::path output = argv[2];
        std::filesystem::create_directories(output);
        write_if_changed(output / "keys.h", keys_header(entries));
        write_if_changed(output / "catalogue.cpp", catalogue_source(entries));
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "catalogue_tool: " << failure.what() << '\n';
        return 1;
    }
}
