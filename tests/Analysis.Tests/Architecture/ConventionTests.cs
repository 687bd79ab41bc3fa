using System.Reflection;
using System.Runtime.CompilerServices;
using Analysis.Tests.Corpora;
using Microsoft.Data.Analysis;

namespace Analysis.Tests.Architecture;

/// <summary>Conventions of the public API, among them what C# scripts, and so notebook cells, can't do without.</summary>
public sealed class ConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Public =
    [
        .. new[] { typeof(Annotator), typeof(Corpus) }.SelectMany(type => type.Assembly.GetExportedTypes()).Where(IsWritten),
    ];

    [Fact]
    public void Every_public_type_is_in_the_one_namespace() =>
        Assert.All(Public, type => Assert.True(type.Namespace == "Analysis", type.FullName));

    [Fact]
    public void Nothing_public_must_be_disposed_of()
    {
        Assert.All(
            Public,
            type => Assert.False(typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type), type.Name));
        foreach (var method
            in Public.SelectMany(type => type.GetMethods(Declared))
                .Where(method => method.Name != "GetEnumerator" && !typeof(Task).IsAssignableFrom(method.ReturnType)))
        {
            Assert.False(
                typeof(IDisposable).IsAssignableFrom(method.ReturnType),
                $"{method.DeclaringType!.Name}.{method.Name} returns something to be disposed of");
        }
    }

    [Fact]
    public void No_public_member_returns_what_a_script_cannot_hold()
    {
        foreach (var method in Public.SelectMany(type => type.GetMethods(Declared)))
        {
            Assert.False(
                method.ReturnType.IsByRefLike || method.ReturnType.IsByRef || method.ReturnType.IsPointer,
                $"{method.DeclaringType!.Name}.{method.Name}");
        }
    }

    [Fact]
    public void Public_fields_are_constants_or_read_only() =>
        Assert.All(
            Public.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared)),
            field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType!.Name}.{field.Name}"));

    [Fact]
    public void Public_properties_can_be_set_at_birth_only_but_the_columns_of_the_packages_frames()
    {
        foreach (var property
            in Public.SelectMany(type => type.GetProperties(Declared))
                .Where(property => property.SetMethod is { IsPublic: true } && property.PropertyType != typeof(DataFrameColumn)))
        {
            Assert.True(
                property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
                $"{property.DeclaringType!.Name}.{property.Name} can be changed");
        }
    }

    [Fact]
    public void Classes_are_sealed_static_or_meant_as_a_base()
    {
        var bases = Public.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        Assert.All(
            Public.Where(type => type.IsClass), type => Assert.True(type.IsSealed || type.IsAbstract || bases.Contains(type), type.Name));
    }

    [Fact]
    public void No_name_says_manager_helper_or_utility() =>
        Assert.All(typeof(Corpus).Assembly.GetTypes().Where(IsWritten), type => Assert.DoesNotMatch("Manager|Helper|Util", type.Name));

    [Fact]
    public void No_test_reaches_into_what_is_private()
    {
        string[] ways = ["NonPublic", "UnsafeAccessor", "nonPublic:", "GetRuntimeFields", "GetRuntimeMethods", "PrivateObject"];
        var tests = Path.Combine(Repository.Root, "tests");
        Assert.All(
            Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "ConventionTests.cs"),
            file => Assert.DoesNotContain(ways, File.ReadAllText(file).Contains));
    }

    // Neither what a source generator wrote nor what the compiler makes of extension blocks.
    private static bool IsWritten(Type type) => !type.FullName!.Contains('<', StringComparison.Ordinal);
}
