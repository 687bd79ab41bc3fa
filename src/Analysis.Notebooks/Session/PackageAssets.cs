using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>The assembly files that a restored project uses, as its <c>project.assets.json</c> lists them.</summary>
/// <param name="Compile">Files to compile against.</param>
/// <param name="Runtime">Files to load.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime)
{
    /// <summary>Reads the list.</summary>
    /// <exception cref="InvalidDataException">The file is not such a list.</exception>
    public static PackageAssets Read(string file)
    {
        var place = new JsonPlace(file, "");
        var root = place.Object(JsonNode.Parse(File.ReadAllText(file)), "the file");
        var folders = place.Object(root["packageFolders"], "'packageFolders'").Select(pair => pair.Key).ToList();
        var libraries = place.Object(root["libraries"], "'libraries'");
        var target = place.Object(place.Object(root["targets"], "'targets'").First().Value, "a target");
        return new PackageAssets(Files("compile"), Files("runtime"));

        List<string> Files(string kind) =>
        [
            .. from package in target
               let assets = (package.Value as JsonObject)?[kind] as JsonObject
               where assets is not null
               from asset in assets
               where asset.Key.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
               let path = place.Text(libraries[package.Key]?["path"], $"the path of '{package.Key}'")
               select folders.Select(folder => Path.Combine(folder, path, asset.Key)).FirstOrDefault(File.Exists)
                   ?? throw new InvalidDataException($"{file}: '{asset.Key}' of '{package.Key}' is in none of the package folders"),
        ];
    }
}
