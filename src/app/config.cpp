#include "app/config.h"

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace lots::app {

namespace {

/// "https://lots.example.se", "http://[::1]:8080": RFC 6454 section 6.2, as browsers write it.
bool is_origin(std::string_view text)
{
    static const std::regex form(R"(https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?)");
    return std::regex_match(text.begin(), text.end(), form);
}

class Reader {
    std::string file_;

    [[noreturn]] void fail(const toml::node& at, const std::string& what) const
    {
        throw std::runtime_error(file_ + ":" + std::to_string(at.source().begin.line) + ": " + what);
    }

public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    std::string text(const toml::node& node, std::string_view name) const
    {
        const auto value = node.value_exact<std::string>();
        if (!value) fail(node, std::string(name) + " is a text in quotation marks");
        return *value;
    }

    void take(Config& config, std::string_view name, const toml::node& node) const
    {
        if (name == "engine") {
            const auto engine = text(node, name);
            if (engine != "sqlite" && engine != "postgresql") fail(node, "engine is \"sqlite\" or \"postgresql\"");
            config.engine = engine == "sqlite" ? storage::Engine::sqlite : storage::Engine::postgresql;
        }
        else if (name == "port") {
            const auto port = node.value_exact<std::int64_t>();
            if (!port || *port < 1 || *port > 65535) fail(node, "port is a number from 1 to 65535");
            config.port = static_cast<unsigned short>(*port);
        } else if (name == "origin") {
            config.origin = text(node, name);
            if (!config.origin.empty() && !is_origin(config.origin))
                fail(node, "origin is what a browser says of this site: \"https://lots.example.se\", in small letters, "
                           "without a path");
        } else if (name == "trusted_proxies") {
            const auto* list = node.as_array();
            if (list == nullptr) fail(node, "trusted_proxies is a list of addresses");
            for (const auto& one : *list) config.trusted_proxies.push_back(text(one, name));
        } else if (auto* place = text_of(config, name))
            *place = text(node, name);
        else fail(node, std::string(name) + ": there is no such setting");
    }

private:
    static std::string* text_of(Config& config, std::string_view name)
    {
        if (name == "data_connection") return &config.data_connection;
        if (name == "keys_connection") return &config.keys_connection;
        if (name == "address") return &config.address;
        if (name == "support") return &config.support;
        if (name == "municipality") return &config.municipality;
        if (name == "log_origin") return &config.log_origin;
        return nullptr;
    }
};

std::string quoted(const std::string& text)
{
    std::ostringstream out;
    out << toml::value<std::string>(text);
    return out.str();
}

}  // namespace

Config read_config(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read. Is this a data directory? `lots init` and `lots demo` make one");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Config config;
    try {
        const auto table = toml::parse(text, file.string());
        const Reader reader(file.string());
        for (const auto& [name, node] : table) reader.take(config, name.str(), node);
    }
    catch (const toml::parse_error& fault) {
        throw std::runtime_error(file.string() + ":" + std::to_string(fault.source().begin.line) + ": " + std::string(fault.description()));
    }
    if (config.log_origin.empty()) throw std::runtime_error(file.string() + ": log_origin is missing");
    if (config.engine == storage::Engine::postgresql && (config.data_connection.empty() || config.keys_connection.empty()))
        throw std::runtime_error(file.string() + ": PostgreSQL needs data_connection and keys_connection");
    return config;
}

std::string config_text(const Config& config)
{
    std::ostringstream out;
    out << "# Settings of this data directory; docs/operations.md explains them.\n";
    out << "engine = " << (config.engine == storage::Engine::sqlite ? "\"sqlite\"" : "\"postgresql\"") << "\n";
    if (config.engine == storage::Engine::postgresql)
        out << "data_connection = " << quoted(config.data_connection) << "\nkeys_connection = " << quoted(config.keys_connection) << "\n";
    out << "address = " << quoted(config.address) << "\nport = " << config.port << "\n";
    out << "support = " << quoted(config.support) << "\n";
    if (!config.origin.empty()) out << "origin = " << quoted(config.origin) << "\n";
    if (!config.municipality.empty()) out << "municipality = " << quoted(config.municipality) << "\n";
    out << "\n# The name of the log stands in every checkpoint. It is never changed.\nlog_origin = " << quoted(config.log_origin) << "\n";
    return out.str();
}

}  // namespace lots::app
