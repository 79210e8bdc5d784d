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
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << content;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

/// Checks the catalogues, or says what is wrong and where. Writes messages/catalogue.cpp and messages/keys.h with all keys,
/// and visible/ROOM/messages/keys.h with those that the room may use.
int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "usage: catalogue_tool TEXT_FOLDER OUTPUT_FOLDER [ROOM=BELOW,BELOW ...]\n";
        return 2;
    }
    try {
        lots::catalogue::Rooms rooms;
        for (int i = 3; i < argc; ++i) lots::catalogue::add_room(argv[i], rooms);
        lots::catalogue::Problems problems;
        const auto entries = lots::catalogue::read_catalogue(argv[1], problems);
        for (const auto& problem : problems) std::cerr << problem.written() << '\n';
        if (!problems.empty()) {
            std::cerr << "catalogue_tool: " << problems.size() << " to correct in the message catalogues\n";
            return 1;
        }
        const std::filesystem::path output = argv[2];
        write_if_changed(output / "messages/keys.h", keys_header(entries));
        write_if_changed(output / "messages/catalogue.cpp", catalogue_source(entries));
        for (const auto& [room, below] : rooms) {
            write_if_changed(output / "visible" / room / "messages/keys.h", keys_header(visible_to(room, entries, rooms)));
        }
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "catalogue_tool: " << failure.what() << '\n';
        return 1;
    }
}
