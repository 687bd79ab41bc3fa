using System.Collections;

namespace Analysis.Notebooks;

/// <summary>
/// What a notebook shares with its process: the current directory is the notebook's folder, as in every Jupyter client, and cultures are
/// invariant. On disposal they, and the environment's variables, are again what they were.
/// </summary>
internal sealed class Surroundings : IDisposable
{
    private readonly string _directory = Directory.GetCurrentDirectory();
    private readonly IDictionary _variables = Environment.GetEnvironmentVariables();
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;

    public Surroundings(string directory)
    {
        Directory.SetCurrentDirectory(directory);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_directory);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = _culture;
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Union(_variables.Keys.Cast<string>()))
            Environment.SetEnvironmentVariable(name, (string?)_variables[name]);
    }
}
